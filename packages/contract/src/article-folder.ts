/** Where a text stands in a folder of articles: `<category>/<slug>/<locale>.md`, below whatever folder. Groups: category, slug, locale. */
export const folderTextPlace = /^(?:.*\/)?([a-z0-9-]+)\/([a-z0-9-]+)\/([A-Za-z-]+)\.md$/;

/** Where a picture or file stands beside them: `<category>/<slug>/files/<name>`. Groups: category, slug, name. */
export const folderFilePlace = /^(?:.*\/)?([a-z0-9-]+)\/([a-z0-9-]+)\/files\/([^/]+)$/;

/** Bytes of a request that takes articles in, with room below the 1 MB that the server allows. */
export const largestImport = 900_000;
