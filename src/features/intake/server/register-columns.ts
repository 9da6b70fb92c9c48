import { type Field, type FieldSubject, fields } from '../../households/model/index.ts';

/** The register's table for each kind of record. */
export const tableOf: Record<FieldSubject, string> = {
  household: 'household',
  person: 'person',
  survey: 'household_survey',
};

/** Columns that hold a field: beside a sealed value its keyed hashes, beside a name its initials. */
export function columnsOf(field: Field): readonly string[] {
  switch (field.type) {
    case 'documentNumber':
      return ['document_sealed', 'document_hash', 'document_tail_hash'];
    case 'phone':
      return ['phone_sealed', 'phone_hash'];
    case 'bankAccount':
      return ['bank_account_sealed', 'bank_account_hash'];
    default:
      if (field.key === 'headName') return ['head_name', 'head_initials'];
      return field.key === 'name' ? ['name', 'name_initials'] : [field.column];
  }
}

/** The column by which two values of a field are told apart; sealed ones differ each time they are sealed. */
export function comparedColumn(field: Field): string {
  switch (field.type) {
    case 'documentNumber':
      return 'document_hash';
    case 'phone':
      return 'phone_hash';
    case 'bankAccount':
      return 'bank_account_hash';
    default:
      return field.column;
  }
}

/** Fields kept beside the records: the number of a household names the row and is never changed. */
export function stagedFields(subject: FieldSubject): readonly Field[] {
  return fields[subject].filter((field) => !(subject === 'household' && field.key === 'number'));
}
