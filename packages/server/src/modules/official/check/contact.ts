import type { OfficialPlatform } from '@fairlead/contract';

/** One thing by which somebody can be reached or found, in one form. */
export type Contact =
  | {
      readonly kind: 'domain';
      /** ASCII (punycode), lower case, without a dot at the end. */
      readonly host: string;
      /** What stands before an at sign in a link: it leads nowhere, and is there to deceive. */
      readonly userinfo: string;
    }
  | { readonly kind: 'email'; readonly address: string; readonly local: string; readonly host: string }
  /** `value`: digits, with a plus where the code of the country is known. */
  | { readonly kind: 'phone'; readonly value: string }
  /** Lower case, without its at sign; null where nobody said on which platform. */
  | { readonly kind: 'handle'; readonly platform: OfficialPlatform | null; readonly value: string }
  /** An id of Android or iOS, or a store's `id123`. */
  | { readonly kind: 'app'; readonly value: string }
  /** What is no address but a program or a file. */
  | { readonly kind: 'dangerous'; readonly scheme: string };
