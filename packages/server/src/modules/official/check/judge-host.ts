import { hasKnownEnding, isIp, nameOf, registrable, shown } from './host-of.ts';
import { because, type Judgement, judgement, once, type Reason } from './judge.ts';
import { holdsName, isNear, mixesScripts, skeleton } from './look-alike.ts';
import { covers, type Registry, type RegistryEntry } from './registry.ts';
import { shorteners } from './shorteners.ts';

/**
 * Whose a host is. `listed` are the entries that could make it ours (sites for links, senders for e-mail); `before` is what stands before
 * an at sign, which leads nowhere. Only an entry, or what lies below one that says so, is official.
 */
export function judgeHost(
  host: string,
  listed: readonly RegistryEntry[],
  registry: Registry,
  before = '',
): Judgement {
  const known = registry.find(
    (it) => isHostEntry(it) && it.standing === 'impostor' && !it.retired && covers(it, host),
  );
  if (known) return judgement('impostor', [because('known_impostor', known.value)]);
  const ours = listed.filter((it) => it.standing === 'official');
  const entry = ours.find((it) => !it.retired && covers(it, host));
  if (entry) return judgement('official', [], entry.label);
  if (isIp(host))
    return judgement('not_ours', [because('ip_address', host), ...nameBefore(before, registry)]);
  const retired = ours.find((it) => it.retired && covers(it, host));
  if (retired) return judgement('not_ours', [because('retired', retired.value)]);

  const deceiving = [...nameBefore(before, registry), ...imitations(host, registry)];
  if (deceiving.length > 0) return judgement('impostor', once([...deceiving, ...strangeLetters(host)]));
  const own = ours.find(
    (it) => !it.retired && registrable(it.value) === it.value && host.endsWith(`.${it.value}`),
  );
  if (own) return judgement('unclear', [because('not_listed', own.value)]);
  if (shorteners.has(host.replace(/^www\./, ''))) return judgement('unclear', [because('shortener', host)]);
  return judgement('not_ours', once([...resemblances(host, registry), ...strangeLetters(host)]));
}

const isHostEntry = (it: RegistryEntry): boolean => it.kind === 'domain' || it.kind === 'email_domain';

/** Hosts of ours that others may want to look like. */
const officialHosts = (registry: Registry): RegistryEntry[] =>
  registry.filter((it) => isHostEntry(it) && it.standing === 'official' && !it.retired);

function nameBefore(before: string, registry: Registry): Reason[] {
  const text = before.toLowerCase();
  return officialHosts(registry)
    .filter((it) => text.includes(it.value) || text.replace(/^www\./, '') === nameOf(it.value))
    .slice(0, 1)
    .map((it) => because('before_at', it.value));
}

/** What cannot be an accident: a host that looks the same, and a whole host of ours in front of another's. */
function imitations(host: string, registry: Registry): Reason[] {
  const own = registrable(host) ?? host;
  const looks = skeleton(shown(own));
  return officialHosts(registry).flatMap(({ value }) => {
    const ours = registrable(value) ?? value;
    if (own === ours) return [];
    if (`.${host}`.slice(0, -own.length).includes(`.${ours}.`)) return [because('name_in_subdomain', ours)];
    return looks === skeleton(shown(ours)) ? [because('imitates', ours)] : [];
  });
}

function resemblances(host: string, registry: Registry): Reason[] {
  const own = registrable(host) ?? host;
  const name = shown(nameOf(host));
  return officialHosts(registry).flatMap(({ value }) => {
    const ours = registrable(value) ?? value;
    const our = shown(nameOf(value));
    // A sub-domain of a host that others share, such as a help desk's, is not ours alone to be resembled.
    if (own === ours || our.length < 3) return [];
    if (name === our) return [because('other_ending', ours)];
    if (skeleton(name) === skeleton(our) || isNear(name, our)) return [because('looks_like', ours)];
    const labels = host.split('.').map(shown);
    return labels.some((it) => it === our || holdsName(it, our)) ? [because('contains_name', ours)] : [];
  });
}

function strangeLetters(host: string): Reason[] {
  const foreign = host.split('.').filter((it) => it.startsWith('xn--'));
  const mixed = foreign.filter((it) => mixesScripts(shown(it)));
  if (mixed.length > 0) return [because('mixed_letters', shown(host))];
  return foreign.length > 0 && (hasKnownEnding(host) || foreign.length === 1)
    ? [because('foreign_letters', host)]
    : [];
}
