/** What is used of the package, whose own declarations its exports hide. */
declare module 'tesseract-wasm' {
  interface Picture {
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;
  }
  interface TextItem {
    readonly rect: { left: number; top: number; right: number; bottom: number };
    readonly flags: number;
    readonly confidence: number;
    readonly text: string;
  }
  interface OCREngine {
    loadModel(model: Uint8Array): void;
    setVariable(name: string, value: string): void;
    loadImage(picture: Picture): void;
    destroy(): void;
    getText(): string;
    getTextBoxes(unit: 'line' | 'word'): TextItem[];
  }
  export function createOCREngine(options: { wasmBinary: Uint8Array }): Promise<OCREngine>;
  export function supportsFastBuild(): boolean;
  export const layoutFlags: { readonly StartOfLine: number; readonly EndOfLine: number };
}
