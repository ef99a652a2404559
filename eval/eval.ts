import { evalAnswers } from './eval-answers.ts';
import { evalAssistant } from './eval-assistant.ts';
import { evalDangers } from './eval-dangers.ts';
import { evalLearning } from './eval-learning.ts';
import { evalOcr } from './eval-ocr.ts';
import { evalSearch } from './eval-search.ts';
import { evalShield } from './eval-shield.ts';

const sections: Record<string, () => Promise<void>> = {
  search: evalSearch,
  ocr: evalOcr,
  assistant: evalAssistant,
  dangers: evalDangers,
  answers: evalAnswers,
  learning: evalLearning,
  shield: evalShield,
};

// npm run eval             everything
// npm run eval -- search   one section
const wanted = process.argv.slice(2);
for (const [name, evaluate] of Object.entries(sections))
  if (wanted.length === 0 || wanted.includes(name)) await evaluate();
