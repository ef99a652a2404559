const address = /(https?:\/\/\S+)/;

/** Words as a phone shows them: what is an address leads there, in a window of its own. */
export function LinkedText({ text }: { text: string }) {
  return (
    <>
      {text.split(address).map((part, index) =>
        // What was split at stands at every second place.
        index % 2 === 1 ? (
          <a key={index} href={part} target="_blank" rel="noopener">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
