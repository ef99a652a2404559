import { type AlertKind, alertKinds, factForm, isAllowedAddress } from '@fairlead/markdown';
import { Extension, type Extensions, Node } from '@tiptap/core';
import { Code } from '@tiptap/extension-code';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { FactChip } from './fact-chip.tsx';
import { RawBlock } from './raw-block.tsx';

/** Whether the entries of a list stand close together: kept, though nothing here shows it. */
const tightLists = Extension.create({
  name: 'tightLists',
  addGlobalAttributes: () => [
    { types: ['bulletList', 'orderedList'], attributes: { tight: { default: true, rendered: false } } },
  ],
});

const callout = (titles: Readonly<Record<AlertKind, string>>) =>
  Node.create({
    name: 'callout',
    group: 'block',
    content: 'block+',
    defining: true,
    addAttributes: () => ({
      kind: {
        default: 'note',
        parseHTML: (element) => alertKinds.find((kind) => element.classList.contains(kind)) ?? 'note',
        rendered: false,
      },
    }),
    parseHTML: () => [{ tag: 'aside.callout' }],
    renderHTML({ node }) {
      const kind = alertKinds.find((it) => it === node.attrs['kind']) ?? 'note';
      return ['aside', { class: `callout ${kind}`, role: 'note', 'data-title': titles[kind] }, 0];
    },
  });

const fact = Node.create({
  name: 'fact',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    name: {
      default: '',
      parseHTML: (element) => element.getAttribute('value') ?? '',
      renderHTML: ({ name }) => ({ value: String(name) }),
    },
  }),
  parseHTML: () => [{ tag: 'data[value]' }],
  renderHTML: ({ node, HTMLAttributes }) => ['data', HTMLAttributes, `{{${String(node.attrs['name'])}}}`],
  addInputRules() {
    return [
      {
        find: new RegExp(`${factForm.source}$`),
        undoable: true,
        handler: ({ chain, range, match }) => {
          chain()
            .insertContentAt(range, { type: this.name, attrs: { name: match[1] } })
            .run();
        },
      },
    ];
  },
  addNodeView: () => ReactNodeViewRenderer(FactChip, { as: 'span' }),
});

const image = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  atom: true,
  draggable: true,
  addAttributes: () => ({ src: { default: '' }, alt: { default: '' }, title: { default: null } }),
  parseHTML: () => [
    {
      tag: 'img[src]',
      getAttrs: (element) => (isAllowedAddress(element.getAttribute('src') ?? '') ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
});

const raw = Node.create({
  name: 'raw',
  group: 'block',
  atom: true,
  addAttributes: () => ({ source: { default: '' } }),
  parseHTML: () => [],
  renderHTML: ({ node }) => ['pre', String(node.attrs['source'])],
  addNodeView: () => ReactNodeViewRenderer(RawBlock, { stopEvent: () => true }),
});

/** What an article can be made of in the editor: what Markdown has signs for, and nothing else. `titles` stand above callouts. */
export const editorExtensions = (titles: Readonly<Record<AlertKind, string>>): Extensions => [
  StarterKit.configure({
    underline: false,
    code: false,
    heading: { levels: [1, 2, 3, 4, 5, 6] },
    dropcursor: { color: 'var(--accent)', width: 2 },
    link: {
      openOnClick: false,
      autolink: false,
      HTMLAttributes: { target: null, rel: null },
      isAllowedUri: isAllowedAddress,
    },
  }),
  // What is code may be bold or a link besides.
  Code.extend({ excludes: '' }),
  tightLists,
  callout(titles),
  Table.extend({ renderHTML: () => ['div', { class: 'table' }, ['table', ['tbody', 0]]] }).configure({
    resizable: false,
  }),
  TableRow,
  // A cell is one line.
  TableHeader.extend({ content: 'paragraph' }),
  TableCell.extend({ content: 'paragraph' }),
  fact,
  image,
  raw,
];
