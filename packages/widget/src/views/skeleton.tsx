/** The shape of what comes, until it does. */
export function Skeleton() {
  return (
    <div class="panel skeleton" aria-busy="true">
      <div class="bar bar-bare" />
      <i class="bone bone-title" />
      <i class="bone bone-line" />
      <i class="bone bone-card" />
      <i class="bone bone-card" />
      <i class="bone bone-card" />
    </div>
  );
}
