import process from 'node:process';

// npm run chaos                 live chat, killed 20 times
// npm run chaos -- 6            so many times
// npm run chaos -- channels     all seven channels, killed 10 times
// npm run chaos -- channels 4   so many times
await import(process.argv[2] === 'channels' ? './chaos-channels.ts' : './chaos-chat.ts');
