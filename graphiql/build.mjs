// Builds ../api/graphiql/built from exact versions: page.js, page.css, and the licence of everything that is in them.
// npm ci --prefix graphiql --ignore-scripts && node graphiql/build.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));
process.chdir(HERE);
const OUT = '../api/graphiql/built';
const SAME_LICENCE = {
  // packages without a licence file of their own, and those of the same authors and repository that have it
  '@graphiql/plugin-doc-explorer': 'graphiql',
  '@graphiql/plugin-explorer': 'graphiql',
  '@graphiql/plugin-history': 'graphiql',
  'react-compiler-runtime': 'react',
  'react-remove-scroll-bar': 'react-remove-scroll',
  'toggle-selection': 'copy-to-clipboard',
};

const withoutFonts = {
  name: 'without-fonts', // the system's own serve as well, and 300 KB less
  setup({ onLoad }) {
    onLoad({ filter: /graphiql\/dist\/style\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/@font-face\s*\{[^}]*\}/g, '')
        .replace('"Roboto", ', 'system-ui, ')
        .replace('"Fira Code", ', 'ui-monospace, '),
      loader: 'css',
    }));
  },
};

const { metafile } = await build({
  absWorkingDir: HERE, // esbuild looked where it is before we went there
  entryPoints: ['page.jsx'],
  outdir: OUT,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  jsx: 'automatic',
  charset: 'utf8',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [withoutFonts],
  legalComments: 'none', // whole licences stand in LICENSES.txt
  metafile: true,
  logLevel: 'warning',
});

const folders = Object.values(metafile.outputs)
  .flatMap((output) => Object.entries(output.inputs))
  .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
  .map(([path]) => path.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1])
  .filter(Boolean);

function licence(folder) {
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)/i.test(one));
  if (file) return readFileSync(join(folder, file), 'utf8').trim();
  const shared = SAME_LICENCE[folder.replace(/^.*node_modules\//, '')];
  if (!shared) throw new Error(`${folder} has no licence file: name one in SAME_LICENCE`);
  return licence(join('node_modules', shared));
}

const notices = [...new Set(folders)].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name} ${version} (${license})\n\n${licence(folder)}\n`;
});
writeFileSync(join(OUT, 'LICENSES.txt'), notices.join(`\n${'-'.repeat(79)}\n\n`));
