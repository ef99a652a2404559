/** Hertz: a fourth up, soft enough for a shared room. */
const notes = [587, 784];
const noteSeconds = 0.16;
const loudness = 0.08;
/** Alerts that come together sound once; so do those of several tabs. */
const silence = 1_500;

let context: AudioContext | undefined;

/** Sounds once, whatever the number of tabs. Browsers stay silent until the agent has pressed something in the page. */
export function chime(): void {
  if (!navigator.locks) return play();
  void navigator.locks.request('fairlead.chime', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    play();
    await new Promise((resolve) => setTimeout(resolve, silence));
  });
}

function play(): void {
  context ??= new AudioContext();
  void context.resume();
  notes.forEach((hertz, index) => context && playNote(context, hertz, index * noteSeconds));
}

function playNote(audio: AudioContext, hertz: number, delay: number): void {
  const start = audio.currentTime + delay;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = hertz;
  // Rises and falls, because a tone that is cut clicks.
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(loudness, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + noteSeconds * 2);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + noteSeconds * 2);
}
