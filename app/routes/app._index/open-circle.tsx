/** The mark of a step that is not done; Polaris has the done one only. */
export function OpenCircle() {
  return (
    <svg viewBox="0 0 20 20">
      <circle
        cx="10"
        cy="10"
        r="6.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="3 2.1"
      />
    </svg>
  );
}
