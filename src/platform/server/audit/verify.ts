import {
  isSignedBy,
  type LogVerifier,
  parseCheckpoint,
  type SignedCheckpoint,
} from './checkpoint.ts';
import { BLOCK_HEIGHT, BLOCK_LEAVES, type StoredCheckpoint } from './log-store.ts';
import { EMPTY_ROOT, GrowingTree, type Hash } from './merkle.ts';
import type { Source } from './verify-store.ts';

export type ProblemKind =
  | 'edited'
  | 'deleted'
  | 'inserted'
  | 'truncated'
  | 'rewritten'
  | 'badSignature';

/**
 * What is wrong and where. The sentence for `code` stands in the message files under
 * `audit:finding.<code>`; source, county and id name the act or event, seq the place in the log.
 */
export type LogProblem = {
  kind: ProblemKind;
  code: FindingCode;
  seq?: number;
  source?: Source;
  countyCode?: string;
  id?: string;
};

const kindOf = {
  rowEdited: 'edited',
  rowMissing: 'deleted',
  leafMissing: 'deleted',
  rowNotInLog: 'inserted',
  rowBackdated: 'inserted',
  leafNotSigned: 'inserted',
  logShorterThanOutside: 'truncated',
  logShorterThanCheckpoint: 'truncated',
  rootDiffersFromOutside: 'rewritten',
  rootDiffersFromCheckpoint: 'rewritten',
  checkpointEdited: 'rewritten',
  shortcutWrong: 'rewritten',
  checkpointSignature: 'badSignature',
  outsideSignature: 'badSignature',
} as const satisfies Record<string, ProblemKind>;

export type FindingCode = keyof typeof kindOf;
export const findingCodes = Object.keys(kindOf) as FindingCode[];

/** A leaf and, if it is there, the row it vouches for. `computed` is absent if the row makes no sense. */
export type CheckedLeaf = {
  seq: number;
  source: Source;
  countyCode: string;
  id: string;
  leafHash: Hash;
  row: { leafHash: Hash; computed: Hash | undefined; recordedAt: number } | undefined;
};

/** A stretch of the log: its leaves, the checkpoints made and the blocks completed along it. */
export type LogStretch = {
  leaves: readonly CheckedLeaf[];
  checkpoints: readonly StoredCheckpoint[];
  blocks: readonly { index: number; root: Hash }[];
};

export type LogVerdict = {
  ok: boolean;
  size: number;
  /** The root that the leaves of today give, in base64 as in a checkpoint. */
  root: string;
  checkpoints: number;
  /** Rows that the sequencer will take in at its next run. */
  waiting: number;
  problems: LogProblem[];
  /** All problems, also those beyond the first thousand, which are not listed. */
  problemCount: number;
  signaturesChecked: boolean;
  /** Without a checkpoint kept elsewhere a log that was rewritten and signed anew looks whole. */
  outsideChecked: boolean;
};

export type LogTrust = {
  verifier?: LogVerifier | undefined;
  /** The text of a checkpoint kept where this database's administrator cannot reach it. */
  outsideNote?: string | undefined;
  /** How much older than the checkpoint before it a row may be: the longest transaction there is. */
  toleranceMs?: number | undefined;
};

export const MOST_PROBLEMS = 1000;
/** How long a transaction may take before its rows look backdated. */
export const TOLERANCE_MS = 3_600_000;

/**
 * Reads the log from its beginning, stretch by stretch, and notes everything that does not fit.
 * It knows no database: it is told what stands there and recomputes the rest.
 */
export class LogCheck {
  readonly #tree = new GrowingTree();
  readonly #trust: LogTrust;
  readonly #outside: SignedCheckpoint | undefined;
  readonly #problems: LogProblem[] = [];
  readonly #computedBlocks = new Map<number, Hash>();
  #problemCount = 0;
  #position = 0;
  #signedUntil = 0;
  #checkpoints = 0;
  #checkpointAt = Number.NEGATIVE_INFINITY;
  #rootHasDiffered = false;
  #waiting = 0;

  constructor(trust: LogTrust = {}) {
    this.#trust = trust;
    const { outsideNote, verifier } = trust;
    if (outsideNote === undefined) return;
    this.#outside = parseCheckpoint(outsideNote);
    const isGenuine =
      this.#outside !== undefined &&
      (verifier === undefined || isSignedBy(this.#outside, verifier));
    if (!isGenuine) this.#found('outsideSignature', {});
  }

  stretch({ leaves, checkpoints, blocks }: LogStretch): void {
    let next = 0;
    for (const leaf of leaves) {
      this.#leaf(leaf);
      for (
        let due = checkpoints[next];
        due !== undefined && due.size <= this.#position;
        due = checkpoints[next]
      ) {
        this.#checkpoint(due);
        next += 1;
      }
    }
    for (const checkpoint of checkpoints.slice(next)) this.#checkpoint(checkpoint);
    this.#blocks(blocks);
  }

  unlogged(found: { waiting: number; overdueCount: number; overdue: readonly RowName[] }): void {
    this.#waiting += found.waiting;
    for (const row of found.overdue) this.#found('rowNotInLog', row);
    this.#problemCount += found.overdueCount - found.overdue.length;
  }

  finish(): LogVerdict {
    const outside = this.#outside;
    if (this.#position > this.#signedUntil)
      this.#found('leafNotSigned', { seq: this.#signedUntil });
    if (this.#signedUntil > this.#position)
      this.#found('logShorterThanCheckpoint', { seq: this.#position });
    if (outside !== undefined && outside.size > this.#position) {
      this.#found('logShorterThanOutside', { seq: this.#position });
    }
    if (outside?.size === 0 && !outside.root.equals(EMPTY_ROOT))
      this.#found('rootDiffersFromOutside', { seq: 0 });
    return {
      ok: this.#problemCount === 0,
      size: this.#position,
      root: this.#tree.root().toString('base64'),
      checkpoints: this.#checkpoints,
      waiting: this.#waiting,
      problems: this.#problems,
      problemCount: this.#problemCount,
      signaturesChecked: this.#trust.verifier !== undefined,
      outsideChecked: outside !== undefined,
    };
  }

  #found(code: FindingCode, where: Omit<LogProblem, 'kind' | 'code'>): void {
    this.#problemCount += 1;
    if (this.#problems.length < MOST_PROBLEMS)
      this.#problems.push({ kind: kindOf[code], code, ...where });
  }

  #leaf(leaf: CheckedLeaf): void {
    const { seq, source, countyCode, id, row } = leaf;
    const where = { seq, source, countyCode, id };
    if (seq !== this.#position) this.#found('leafMissing', { seq: this.#position });
    if (row === undefined) {
      this.#found('rowMissing', where);
    } else {
      const isUntouched =
        row.computed?.equals(row.leafHash) === true && row.leafHash.equals(leaf.leafHash);
      const tolerance = this.#trust.toleranceMs ?? TOLERANCE_MS;
      if (!isUntouched) this.#found('rowEdited', where);
      else if (row.recordedAt < this.#checkpointAt - tolerance) this.#found('rowBackdated', where);
    }
    this.#tree.append(leaf.leafHash, (height, root) => {
      if (height === BLOCK_HEIGHT)
        this.#computedBlocks.set(Math.floor(this.#tree.size / BLOCK_LEAVES), root);
    });
    this.#position = seq + 1;
    if (this.#outside?.size === this.#position && !this.#tree.root().equals(this.#outside.root)) {
      this.#found('rootDiffersFromOutside', { seq: this.#position });
    }
  }

  #checkpoint(stored: StoredCheckpoint): void {
    this.#checkpoints += 1;
    this.#signedUntil = Math.max(this.#signedUntil, stored.size);
    const where = { seq: stored.size };
    const note = parseCheckpoint(stored.note);
    const saysTheSame =
      note !== undefined &&
      note.size === stored.size &&
      note.root.equals(stored.root) &&
      Date.parse(note.at) === Date.parse(stored.at);
    if (!saysTheSame) this.#found('checkpointEdited', where);
    const { verifier } = this.#trust;
    if (note !== undefined && verifier !== undefined && !isSignedBy(note, verifier)) {
      this.#found('checkpointSignature', where);
    }
    if (stored.size !== this.#position) return;
    this.#checkpointAt = Math.max(this.#checkpointAt, Date.parse(stored.at));
    const root = this.#tree.root();
    if (!root.equals(stored.root)) {
      // From the first difference on every root differs; once is enough.
      if (!this.#rootHasDiffered) this.#found('rootDiffersFromCheckpoint', where);
      this.#rootHasDiffered = true;
    } else if (!sameHashes(this.#tree.peaks, stored.peaks)) {
      this.#found('shortcutWrong', where);
    }
  }

  #blocks(stored: LogStretch['blocks']): void {
    const expected = new Map(stored.map(({ index, root }) => [index, root]));
    for (const [index, root] of this.#computedBlocks) {
      const isRight = expected.get(index)?.equals(root) === true;
      if (!isRight && !this.#rootHasDiffered)
        this.#found('shortcutWrong', { seq: index * BLOCK_LEAVES });
      expected.delete(index);
    }
    for (const index of expected.keys())
      this.#found('shortcutWrong', { seq: index * BLOCK_LEAVES });
    this.#computedBlocks.clear();
  }
}

type RowName = { source: Source; countyCode: string; id: string };

function sameHashes(some: readonly Hash[], others: readonly Hash[]): boolean {
  return (
    some.length === others.length &&
    some.every((hash, index) => others[index]?.equals(hash) === true)
  );
}
