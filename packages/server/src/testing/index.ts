/** For benches and evaluations: to make installations and fill them. */

export { writeDemoArticles } from '../demo/demo-articles.ts';
export { seedDemo } from '../demo/seed-demo.ts';
export { judgeFigures } from '../modules/alerts/sweep-alerts.ts';
export { orderLetters } from '../modules/announcements/letter-store.ts';
export { sendLetters } from '../modules/announcements/send-letters.ts';
export { dangerHeard } from '../modules/assistant/danger/danger-heard.ts';
export { blankMemory, defaultThresholds, type Thought } from '../modules/assistant/index.ts';
export { type Features, featuresOf } from '../modules/assistant/learning/features.ts';
export { type MeaningScale, scaleOf } from '../modules/assistant/learning/meaning/meaning-scale.ts';
export { referenceQuestions } from '../modules/assistant/learning/meaning/reference-questions.ts';
export { placeQuestions } from '../modules/assistant/learning/place-questions.ts';
export { askEmbeddings } from '../modules/assistant/model/embed/ask-embeddings.ts';
export { packVector } from '../modules/assistant/model/embed/pack-vector.ts';
export { sweepClocks } from '../modules/sla/sweep-clocks.ts';
export { recogniseInPicture } from '../modules/tickets/evidence/recognise-in-picture.ts';
export { readConfig } from '../platform/config/read-config.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts';
export { createLog } from '../platform/log/log.ts';
export { createMail } from '../platform/mail/mail.ts';
export { createPictureReader } from '../platform/picture-text/picture-reader.ts';
export { createPlatform, type Platform } from '../platform/platform.ts';
export { startServer } from '../server.ts';
export { createTestClient, type TestClient } from './test-client.ts';
export { createWorld, type TestAgent, type TestCustomer, type World } from './world.ts';
