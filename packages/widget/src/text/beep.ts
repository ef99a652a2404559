let context: AudioContext | undefined;

/** A short soft tone. Silent where the browser does not let a page sound before it was touched. */
export function beep(): void {
  try {
    context ??= new AudioContext();
    void context.resume();
    const start = context.currentTime;
    const tone = new OscillatorNode(context, { frequency: 660, type: 'sine' });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.08, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.25);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.26);
  } catch {
    context = undefined;
  }
}
