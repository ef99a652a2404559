import { accessEndpoints } from './access.ts';
import { channelEndpoints } from './channels.ts';
import { chatEndpoints } from './chat.ts';
import { conversationEndpoints } from './conversations.ts';
import { fileEndpoints } from './files.ts';
import { operationsEndpoints } from './operations.ts';
import { peopleEndpoints } from './people.ts';

/** Every endpoint of the API, by module. */
export const endpoints = {
  access: accessEndpoints,
  people: peopleEndpoints,
  conversations: conversationEndpoints,
  chat: chatEndpoints,
  channels: channelEndpoints,
  files: fileEndpoints,
  operations: operationsEndpoints,
};

export * from './access.ts';
export * from './channels.ts';
export * from './chat.ts';
export * from './client.ts';
export * from './conversations.ts';
export * from './endpoint.ts';
export * from './errors.ts';
export * from './files.ts';
export * from './format-message.ts';
export * from './live.ts';
export * from './locale.ts';
export * from './operations.ts';
export * from './people.ts';
export * from './permissions.ts';
export * from './shapes.ts';
