import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say, Unready } from './terminal.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser for the journeys, with a font that has Chinese characters. Root on a Debian-like machine
 * gets what is missing installed; anybody else is told. Throws `Unready` if there is none.
 */
export function ensureBrowser() {
  if (findBrowser() === undefined) install(['chromium', 'fonts-noto-cjk']);
  else if (!hasChineseFont()) install(['fonts-noto-cjk']);
  const browser = findBrowser();
  if (browser !== undefined) return browser;
  throw new Unready(
    '没有找到浏览器。请安装 Chromium 和中文字体（Debian：apt-get install chromium fonts-noto-cjk），或用 CHROMIUM_PATH 指明其位置。',
    'No browser was found. Install Chromium and a Chinese font (Debian: apt-get install chromium fonts-noto-cjk), or say where it is with CHROMIUM_PATH.',
  );
}

function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM_PATH, ...candidates, ...elsewhere].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}

/** Where nothing can tell (no fontconfig, as on macOS and Windows) the system has its own. */
function hasChineseFont() {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return status !== 0 || stdout.trim() !== '';
}

function install(packages) {
  const apt = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const isPossible = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!isPossible) {
    say(`缺少 ${packages.join('、')}`, `missing: ${packages.join(', ')}`);
    return;
  }
  say(`正在安装 ${packages.join('、')}……`, `installing ${packages.join(', ')} …`);
  spawnSync('apt-get', ['update'], apt);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], apt);
}
