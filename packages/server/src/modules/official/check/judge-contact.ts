import { officialPlatforms } from '@fairlead/contract';
import type { Contact } from './contact.ts';
import { because, type Judgement, judgement, once } from './judge.ts';
import { judgeHost } from './judge-host.ts';
import { holdsName, isNear, skeleton } from './look-alike.ts';
import { covers, type Registry, type RegistryEntry } from './registry.ts';

/** What the registry thinks of one thing. Pure. */
export function judgeContact(contact: Contact, registry: Registry): Judgement {
  switch (contact.kind) {
    case 'domain':
      return judgeHost(contact.host, of(registry, 'domain'), registry, contact.userinfo);
    case 'email':
      return judgeEmail(contact, registry);
    case 'phone':
      return judgePhone(contact.value, registry);
    case 'handle':
      return judgeHandle(contact, registry);
    case 'app':
      return judgeApp(contact.value, registry);
    case 'dangerous':
      return judgement('not_ours', [because('dangerous_scheme', `${contact.scheme}:`)]);
  }
}

const of = (registry: Registry, ...kinds: ReadonlyArray<RegistryEntry['kind']>): RegistryEntry[] =>
  registry.filter((it) => kinds.includes(it.kind));

/** The entry that decides about a value: what is known to be bad goes before what is ours, and what is ours before what was. */
const deciding = (entries: readonly RegistryEntry[]): RegistryEntry | undefined =>
  entries.find((it) => it.standing === 'impostor' && !it.retired) ??
  entries.find((it) => it.standing === 'official' && !it.retired) ??
  entries.find((it) => it.standing === 'official');

function byEntry(entry: RegistryEntry | undefined, caveat: Judgement['reasons'] = []): Judgement | undefined {
  if (!entry) return undefined;
  if (entry.standing === 'impostor') return judgement('impostor', [because('known_impostor', entry.value)]);
  return entry.retired
    ? judgement('not_ours', [because('retired', entry.value)])
    : judgement('official', caveat, entry.label);
}

function judgeEmail({ address, local, host }: Contact & { kind: 'email' }, registry: Registry): Judgement {
  const forged = [because('sender_forged')];
  const named = byEntry(deciding(of(registry, 'email').filter((it) => it.value === address)), forged);
  if (named) return named;
  const found = judgeHost(host, of(registry, 'email_domain'), registry, local);
  if (found.verdict === 'official') return { ...found, reasons: forged };
  if (found.verdict === 'impostor') return found;
  // A site of ours, or the domain of a listed address: that this address belongs to it is not said.
  const ours = registry.find(
    (it) =>
      it.standing === 'official' &&
      !it.retired &&
      ((it.kind === 'email' && it.value.endsWith(`@${host}`)) || (it.kind === 'domain' && covers(it, host))),
  );
  return ours ? judgement('unclear', [because('not_listed', host)]) : found;
}

function judgePhone(value: string, registry: Registry): Judgement {
  const numbers = of(registry, 'phone');
  const forged = [because('caller_forged')];
  const named = byEntry(deciding(numbers.filter((it) => it.value === value)), forged);
  if (named) return named;
  if (value.startsWith('+')) return judgement('not_ours');
  // Without the code of the country it may be anybody's: what ends so is a hint, and no more.
  const national = value.replace(/^0+/, '');
  const like = numbers.filter(
    (it) =>
      !it.retired &&
      national.length >= 6 &&
      it.value.startsWith('+') &&
      it.value.endsWith(national) &&
      it.value.length - national.length <= 4,
  );
  const entry = deciding(like);
  if (entry?.standing === 'impostor') return judgement('impostor', [because('known_impostor', entry.value)]);
  return entry ? judgement('unclear', [because('country_code', entry.value)]) : judgement('not_ours');
}

function judgeHandle({ platform, value }: Contact & { kind: 'handle' }, registry: Registry): Judgement {
  const handles = of(registry, 'handle');
  const same = handles.filter((it) => it.value === value);
  if (platform === null) {
    const entry = deciding(same);
    if (entry?.standing === 'official' && !entry.retired) {
      const where = same.filter((it) => it.standing === 'official' && !it.retired && it.platform !== null);
      const names = where.flatMap((it) => (it.platform ? [officialPlatforms[it.platform]] : []));
      return judgement('unclear', [because('which_platform', names.join(', '))]);
    }
    return byEntry(entry) ?? resembling(value, handles);
  }
  return (
    byEntry(deciding(same.filter((it) => it.platform === platform || isAnywhere(it)))) ??
    resembling(value, handles, same.length > 0)
  );
}

/** An impostor of whom nobody said where they are. */
const isAnywhere = ({ standing, platform }: RegistryEntry): boolean =>
  standing === 'impostor' && platform === null;

/** A handle that is not listed: ours on another platform, looking like one of ours, or nothing of the kind. */
function resembling(value: string, handles: readonly RegistryEntry[], elsewhere = false): Judgement {
  const ours = [
    ...new Set(handles.filter((it) => it.standing === 'official' && !it.retired).map((it) => it.value)),
  ];
  const imitated = ours.filter((it) => it !== value && skeleton(it) === skeleton(value));
  if (imitated.length > 0)
    return judgement(
      'impostor',
      imitated.map((it) => because('imitates', `@${it}`)),
    );
  const squeezed = (name: string) => skeleton(name).replace(/[_.-]+/g, '');
  const near = ours.flatMap((it) => {
    if (it === value) return elsewhere ? [because('not_listed', `@${it}`)] : [];
    if (squeezed(it) === squeezed(value) || isNear(value, it)) return [because('looks_like', `@${it}`)];
    return holdsName(value, it) ? [because('contains_name', `@${it}`)] : [];
  });
  return judgement('not_ours', once(near).slice(0, 3));
}

function judgeApp(value: string, registry: Registry): Judgement {
  const apps = of(registry, 'app');
  const named = byEntry(deciding(apps.filter((it) => it.value === value)));
  if (named) return named;
  const ours = apps.filter((it) => it.standing === 'official' && !it.retired).map((it) => it.value);
  const imitated = ours.filter((it) => skeleton(it) === skeleton(value));
  if (imitated.length > 0)
    return judgement(
      'impostor',
      imitated.map((it) => because('imitates', it)),
    );
  return judgement(
    'not_ours',
    ours
      .filter((it) => isNear(value, it))
      .map((it) => because('looks_like', it))
      .slice(0, 3),
  );
}
