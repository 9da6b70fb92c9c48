import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pinnedNode, root } from './places.mjs';
import { say, secondsSince, Unready } from './terminal.mjs';
import { inTurn } from './turns.mjs';

const modules = join(root, 'node_modules');
const stamp = join(modules, '.mingbai-lock');

/**
 * Makes `node_modules` what `package-lock.json` asks for. Runs on the machine's own Node, from 18
 * on, and on nothing else. Throws `Unready` if that cannot be done.
 */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await inTurn('install', async () => {
    if (isInstalled()) return;
    if (!isInstalledByHand()) await installPackages();
    // Where install scripts are switched off, that of `node` alone is run: it fetches the pinned Node.
    if (!existsSync(pinnedNode)) await runNpm(['rebuild', 'node', '--ignore-scripts=false']);
    if (!existsSync(pinnedNode)) {
      throw new Unready(
        '安装后仍缺少 Node 24，本机平台可能不受支持。',
        `Node 24 is missing after the installation; this platform may not be supported (${process.platform}-${process.arch}).`,
      );
    }
    writeFileSync(stamp, wanted());
  });
}

function wanted() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} ${process.platform}-${process.arch}\n`;
}

function isInstalled() {
  try {
    return readFileSync(stamp, 'utf8') === wanted() && existsSync(pinnedNode);
  } catch {
    return false;
  }
}

/** Whether npm, called by somebody else, has installed exactly the packages of the lock file. */
function isInstalledByHand() {
  try {
    const installed = readPackages(join(modules, '.package-lock.json'));
    return Object.entries(readPackages(join(root, 'package-lock.json'))).every(
      ([path, { integrity, ...rest }]) =>
        path === '' ||
        (installed[path] === undefined
          ? isForOthers(rest)
          : installed[path].integrity === integrity),
    );
  } catch {
    return false;
  }
}

function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/** Optional packages are left out where they do not fit: other systems, other C libraries. */
function isForOthers({ optional, os, cpu, libc }) {
  const fits =
    os?.includes(process.platform) && cpu?.includes(process.arch) && !libc?.includes('musl');
  return optional === true && fits !== true;
}

async function installPackages() {
  const begun = performance.now();
  const all = Object.entries(readPackages(join(root, 'package-lock.json')))
    .filter(([path, found]) => path !== '' && !isForOthers(found))
    .map(([path]) => join(root, path, 'package.json'));
  say('首次启动：正在安装依赖……', 'first start: installing packages …');
  const progress = setInterval(() => {
    const done = all.filter((file) => existsSync(file)).length;
    say(
      `　已安装 ${done}/${all.length}`,
      `${done} of ${all.length} packages (${secondsSince(begun)})`,
    );
  }, 5000);
  try {
    await runNpm(['ci', '--include=dev', '--include=optional', '--engine-strict=false']);
  } finally {
    clearInterval(progress);
  }
  say('依赖已安装', `packages installed (${secondsSince(begun)})`);
}

/** Runs npm: the one that runs us, if one does, or else the one on the path. */
async function runNpm(args) {
  const npm = process.env.npm_execpath;
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const patience = ['--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=15000'];
  const all = [...args, ...quiet, ...patience];
  const child =
    npm !== undefined && basename(npm) === 'npm-cli.js'
      ? spawn(process.execPath, [npm, ...all], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
      : spawn('npm', all, {
          cwd: root,
          stdio: ['ignore', 'pipe', 'pipe'],
          shell: process.platform === 'win32',
        });
  let said = '';
  child.stdout.pipe(process.stderr, { end: false });
  child.stderr.on('data', (chunk) => {
    said += chunk;
    process.stderr.write(chunk);
  });
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.code));
    child.once('close', resolve);
  });
  if (code !== 0) throw whyNpmFailed(code, said);
}

function whyNpmFailed(code, said) {
  const cures = [
    [
      /ENOENT/.test(String(code)),
      '找不到 npm。请安装 Node.js 18 或更新版本（自带 npm）。',
      'npm was not found. Install Node.js 18 or newer, which brings it.',
    ],
    [
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|network/.test(
        said,
      ),
      '无法连接 npm 软件源。请检查网络；如需代理或镜像，请执行 npm config set proxy … 或 npm config set registry … 后重试。',
      'The npm registry cannot be reached. Check the network; set a proxy or mirror with npm config set proxy … or npm config set registry …, then try again.',
    ],
    [
      /ENOSPC/.test(said),
      '磁盘空间不足（需要约 2 GB）。',
      'The disk is full (about 2 GB are needed).',
    ],
    [
      /EACCES|EPERM|EROFS/.test(said),
      `无法写入 ${modules}。请检查目录权限。`,
      `${modules} cannot be written to. Check its permissions.`,
    ],
  ];
  const [, chinese, english] = cures.find(([applies]) => applies) ?? [
    true,
    `npm 未能安装依赖（退出码 ${code}），原因见上。`,
    `npm could not install the packages (exit code ${code}); its reasons stand above.`,
  ];
  return new Unready(chinese, english);
}
