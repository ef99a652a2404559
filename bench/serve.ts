import { run } from '@fairlead/server';

// A server without its pages: nothing here opens one.
await run([], { pages: Promise.resolve() });
