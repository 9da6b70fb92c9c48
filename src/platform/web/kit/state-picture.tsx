const shapes = {
  empty: ['M8 18h32v20H8z', 'M8 18l6-8h20l6 8', 'M8 24h10l3 5h6l3-5h10'],
  denied: ['M12 22h24v18H12z', 'M17 22v-6a7 7 0 0 1 14 0v6', 'M24 29v5'],
  problem: ['M24 8l18 32H6z', 'M24 20v10', 'M24 34.5v.5'],
};

/** A quiet line drawing for the states without content. */
export function StatePicture({ kind }: { kind: keyof typeof shapes }) {
  return (
    <svg
      className={`mb-state-picture mb-state-picture-${kind}`}
      viewBox="0 0 48 48"
      aria-hidden="true"
    >
      {shapes[kind].map((shape) => (
        <path key={shape} d={shape} />
      ))}
    </svg>
  );
}
