export { type PlaygroundOptions, registerPlayground } from './server/register-playground.ts';
