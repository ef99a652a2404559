/** The hint that somebody has kept another version of the glossary. */
export const glossaryTopic = 'translation.glossary';
