/** The shape of what comes, until it does. */
export function Bones() {
  return (
    <div class="bones" aria-busy="true">
      <i class="bone bone-head" />
      <i class="bone" />
      <i class="bone" />
      <i class="bone" />
    </div>
  );
}
