import type { Expression } from '../model/expression.ts';
import { type Frame, rowAlias, scopedValuesOf } from './sql-frame.ts';
import { valueByPlace } from './sql-places-store.ts';
import { indexOfCode, sqlText } from './sql-values-store.ts';

type Write = (node: Expression, frame: Frame) => string;

/** Codes in columns of the facts are numbers underneath, which compare much faster; codes in lists are texts. */
export type CodeForm = 'index' | 'text';

export function codeForm(node: Expression): CodeForm | 'either' {
  switch (node.kind) {
    case 'fact':
      return node.record === 'village' || node.record === 'county' ? 'text' : 'index';
    case 'literal':
    case 'parameter':
      return 'either';
    default:
      return 'text';
  }
}

/** A code in the form that it is compared in. */
export function codeSql(
  node: Expression,
  form: CodeForm,
  { frame, write }: { frame: Frame; write: Write },
): string {
  if (node.type.kind !== 'code') throw new Error('Not a code');
  const { list } = node.type;
  const written = (code: string): string =>
    form === 'index' ? String(indexOfCode(list, code)) : sqlText(code);
  switch (node.kind) {
    case 'literal':
      return written(String(node.value));
    case 'parameter':
      return valueByPlace(scopedValuesOf(node.id, frame), frame.scope, {
        alias: rowAlias(frame),
        write: (value) => written(String(value)),
      });
    case 'fact': {
      if (codeForm(node) === 'text') return write(node, frame);
      const column = write(node, frame);
      return form === 'index' ? `enum_code(${column})` : `${column}::VARCHAR`;
    }
    default:
      return write(node, frame);
  }
}
