/** The product's mark: a line led through a ring. Decorative. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden>
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path
        d="M7 23.5c6.5 0 7.5-15 18-15"
        fill="none"
        stroke="#fff"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="16" cy="16" r="4.8" className="fill-accent" stroke="#fff" strokeWidth="2.4" />
    </svg>
  );
}
