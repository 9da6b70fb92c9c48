type Coverage = { clauses: number; covered: number; exhortations: number };

/** How much of a document is carried out, only appealed for, and left to nobody; the words stand beside it. */
export function CoverageBar({ coverage }: { coverage: Coverage }) {
  const { clauses, covered, exhortations } = coverage;
  const width = (count: number): string => `${clauses === 0 ? 0 : (100 * count) / clauses}%`;
  return (
    <div className="mb-coverage-bar" aria-hidden="true">
      <span className="mb-coverage-carried" style={{ width: width(covered - exhortations) }} />
      <span className="mb-coverage-appeal" style={{ width: width(exhortations) }} />
      <span className="mb-coverage-nothing" style={{ width: width(clauses - covered) }} />
    </div>
  );
}
