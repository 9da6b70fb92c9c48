import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, programs, root } from './places.mjs';
import { say, secondsSince, Unready } from './terminal.mjs';
import { inTurn } from './turns.mjs';

const target = join(root, 'dist/web');
const stamp = join(target, '.stamp');

/** Builds the web pages into `dist/web` unless they are already what the sources make. */
export async function ensureWebBuilt() {
  if (isBuilt(hashOfSources())) return;
  await inTurn('web', () => {
    const hash = hashOfSources();
    if (!isBuilt(hash)) build(hash);
  });
}

function isBuilt(hash) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

function build(hash) {
  const begun = performance.now();
  say('正在生成网页……', 'building the web pages …');
  const { status, error, stdout, stderr } = spawnSync(pinnedNode, [programs.vite, 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) {
    process.stderr.write(`${error ?? ''}${stdout}${stderr}`);
    throw new Unready('网页未能生成，原因见上。', 'The web pages could not be built; see above.');
  }
  mkdirSync(target, { recursive: true });
  writeFileSync(stamp, hash);
  say('网页已生成', `web pages built (${secondsSince(begun)})`);
}

/** Everything that a page may be made of: kernel, models, web folders, texts, and the tools. */
function hashOfSources() {
  const features = join('src', 'features');
  const ofFeatures = namesIn(features).flatMap((name) => [
    join(features, name, 'model'),
    join(features, name, 'web'),
  ]);
  const places = [
    'src/kernel',
    'src/platform/web',
    'messages',
    'public',
    ...ofFeatures,
    ...namesIn('src/entry')
      .filter((name) => !name.endsWith('.ts') || name === 'service-worker.ts')
      .map((name) => join('src/entry', name)),
    'index.html',
    'vite.config.ts',
    'package-lock.json',
  ];
  const hash = createHash('sha256');
  for (const file of places.flatMap(filesIn).sort((a, b) => (a < b ? -1 : 1))) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function namesIn(folder) {
  return existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
}

function filesIn(path) {
  if (!existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return namesIn(path)
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .flatMap((name) => filesIn(join(path, name)));
}
