import { createRequire } from 'node:module';
import type * as library from 'nodemailer';

const require = createRequire(import.meta.url);

/** The library that sends letters. It is read with the first one, not at every start. */
export const nodemailer = () => require('nodemailer') as typeof library;
