/** What is needed of a member to say how the others are related after the head changes. */
export type Relative = {
  readonly id: string;
  readonly relation: string | null;
  readonly sex: string | null;
  readonly birthDay: string | null;
};

type Suggestion = Readonly<Record<string, string | undefined>>;

const MALE = '1';

const spouses = ['10', '11', '12'];
const sons = ['20', '21', '22', '23', '24', '25', '26', '27', '29'];
const daughters = ['30', '31', '32', '33', '34', '35', '36', '37', '39'];
const grandchildren = ['40', '41', '42', '43', '44', '45', '46', '47', '48', '49'];
const parents = ['50', '51', '52'];
const wifesParents = ['55', '56'];
const husbandsParents = ['53', '54'];
const brothers = ['71', '73'];
const sisters = ['75', '77'];
const SON_IN_LAW = '28';
const DAUGHTER_IN_LAW = '38';

function isOneOf(codes: readonly string[], { relation }: Relative): boolean {
  return relation !== null && codes.includes(relation);
}

function isChild(person: Relative): boolean {
  return isOneOf(sons, person) || isOneOf(daughters, person);
}

/** The male or the female form of a relation. */
function bySex({ sex }: Relative, [male, female]: readonly [string, string]): string {
  return sex === MALE ? male : female;
}

/**
 * How everybody is related to the new head (GB/T 4761-2008), as far as it follows from how they
 * were related to the old one; absent where only somebody who knows the family can tell.
 */
export function suggestRelations(
  members: readonly Relative[],
  oldHead: Relative,
  newHeadId: string,
): Suggestion {
  const newHead = members.find(({ id }) => id === newHeadId);
  if (newHead === undefined) return {};
  const toNewHead = relationTo(newHead, oldHead, members);
  const others = members.filter(({ id }) => id !== newHeadId);
  return Object.fromEntries(others.map((member) => [member.id, toNewHead(member)]));
}

type RelationOf = (member: Relative) => string | undefined;

function relationTo(
  newHead: Relative,
  oldHead: Relative,
  members: readonly Relative[],
): RelationOf {
  if (isOneOf(spouses, newHead)) return toSpouse(newHead, oldHead);
  if (isChild(newHead)) return toChild(newHead, oldHead, members);
  if (isOneOf(parents, newHead)) return toParent(oldHead);
  return () => undefined;
}

function toSpouse(newHead: Relative, oldHead: Relative): RelationOf {
  const inLaws = bySex(newHead, ['55', '53']);
  return (member) => {
    if (member.id === oldHead.id) return bySex(member, ['11', '12']);
    if (isChild(member) || isOneOf(grandchildren, member)) return member.relation ?? undefined;
    if (isOneOf([SON_IN_LAW, DAUGHTER_IN_LAW], member)) return member.relation ?? undefined;
    if (isOneOf(parents, member)) return bySex(member, [inLaws, inLaws === '55' ? '56' : '54']);
    if (isOneOf([...wifesParents, ...husbandsParents], member)) return bySex(member, ['51', '52']);
    return undefined;
  };
}

function toChild(newHead: Relative, oldHead: Relative, members: readonly Relative[]): RelationOf {
  const isOnlyChild = members.filter((member) => isChild(member)).length === 1;
  const isMan = newHead.sex === MALE;
  return (member) => {
    if (member.id === oldHead.id || isOneOf(spouses, member)) return bySex(member, ['51', '52']);
    if (isChild(member)) return sibling(newHead, member);
    if (isOneOf(parents, member))
      return bySex(member, oldHead.sex === MALE ? ['61', '62'] : ['63', '64']);
    if (!isOnlyChild) return undefined;
    if (isOneOf([isMan ? DAUGHTER_IN_LAW : SON_IN_LAW], member)) return isMan ? '12' : '11';
    if (isOneOf(isMan ? ['41', '42'] : ['43', '44'], member)) return bySex(member, ['20', '30']);
    return undefined;
  };
}

function sibling(newHead: Relative, member: Relative): string {
  if (newHead.birthDay === null || member.birthDay === null) return '70';
  return member.birthDay < newHead.birthDay
    ? bySex(member, ['71', '75'])
    : bySex(member, ['73', '77']);
}

function toParent(oldHead: Relative): RelationOf {
  return (member) => {
    if (member.id === oldHead.id || isOneOf([...brothers, ...sisters], member))
      return bySex(member, ['20', '30']);
    if (isOneOf(spouses, member)) return bySex(member, [SON_IN_LAW, DAUGHTER_IN_LAW]);
    if (isChild(member)) return bySex(member, oldHead.sex === MALE ? ['41', '42'] : ['43', '44']);
    if (isOneOf(parents, member)) return bySex(member, ['11', '12']);
    return undefined;
  };
}
