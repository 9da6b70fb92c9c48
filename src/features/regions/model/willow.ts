import { regionCode } from '../../../kernel/region-code.ts';
import type { Division } from './division.ts';

/** The day from which the fictional divisions hold: before anything a demonstration tells. */
export const FICTIONAL_FROM = '2000-01-01';

type Township = { code: string; name: string; neighbourhoods: string; villages: string };

/**
 * Willow County (柳溪县): five towns, seven townships, 120 villages and 7 neighbourhoods. Invented;
 * the names are of the common kind so that lists, searches and print look as they do in life.
 */
const willowTownships: Township[] = [
  {
    code: '100',
    name: '城关镇',
    neighbourhoods: '东关 西关 河滨',
    villages: '南门 北门 五里铺 石桥 柳树湾 河沿 张家湾 高台 新民 红旗',
  },
  {
    code: '101',
    name: '青石镇',
    neighbourhoods: '青石街',
    villages: '青石桥 上青石 下青石 李家坪 王家院 碾子沟 大柏树 团结 兴隆 石板坡',
  },
  {
    code: '102',
    name: '双河镇',
    neighbourhoods: '双河街',
    villages: '双河口 东岔 西岔 渡口 周家坝 沙滩 杨柳 水田坝 前进 刘家营',
  },
  {
    code: '103',
    name: '白鹭镇',
    neighbourhoods: '白鹭街',
    villages: '白鹭湖 芦苇荡 荷花塘 何家渡 鱼塘 新塘 陈家圩 堤北 堤南 和平',
  },
  {
    code: '104',
    name: '龙泉镇',
    neighbourhoods: '龙泉街',
    villages: '龙泉寺 泉水湾 黑龙潭 赵家庄 孙家庄 上庄 下庄 核桃树 光明 太平',
  },
  {
    code: '200',
    name: '云岭乡',
    neighbourhoods: '',
    villages: '云岭 云上 半坡 大岭 二道岭 三道岭 茶山 马家垭 雾山 向阳',
  },
  {
    code: '201',
    name: '松坪乡',
    neighbourhoods: '',
    villages: '松坪 松林 松树岭 吴家坪 郑家坪 大坪 小坪 木耳沟 药山 胜利',
  },
  {
    code: '202',
    name: '梨园乡',
    neighbourhoods: '',
    villages: '梨园 桃园 杏花 果园 枣树湾 冯家园 苹果岭 花椒坡 丰收 新华',
  },
  {
    code: '203',
    name: '竹沟乡',
    neighbourhoods: '',
    villages: '竹沟 竹山 竹园 深沟 浅沟 曹家沟 水井沟 沟口 幸福 永安',
  },
  {
    code: '204',
    name: '黄土坎乡',
    neighbourhoods: '',
    villages: '黄土坎 红土坡 窑洞坪 塬上 塬下 许家塬 谷子地 羊圈沟 东方 高峰',
  },
  {
    code: '205',
    name: '马鞍山乡',
    neighbourhoods: '',
    villages: '马鞍山 马蹄 鞍子岭 罗家寨 上寨 下寨 老寨 石门 金星 联合',
  },
  {
    code: '206',
    name: '水磨乡',
    neighbourhoods: '',
    villages: '水磨 磨坊 上磨 下磨 梁家磨 水车 石堰 清水河 光荣 建设',
  },
];

/** The fishing town of Lakeside County (临湖县), for the demonstration of a village's own plan. */
const lakesideTownships: Township[] = [
  { code: '100', name: '东湖渔业镇', neighbourhoods: '', villages: '东湖渔业 莫店' },
];

/** All fictional divisions in the order of their codes; the same list at every call. */
export function fictionalDivisions(): Division[] {
  return [
    division('99', '示范省'),
    division('9901', '示范市'),
    ...countyOf('990101', '柳溪县', willowTownships),
    ...countyOf('990102', '临湖县', lakesideTownships),
  ];
}

function countyOf(code: string, name: string, townships: readonly Township[]): Division[] {
  return [division(code, name), ...townships.flatMap((township) => townshipOf(code, township))];
}

// Neighbourhoods count from 001, villages from 200 (Bureau of Statistics, rules for division codes).
function townshipOf(
  county: string,
  { code, name, neighbourhoods, villages }: Township,
): Division[] {
  const township = `${county}${code}`;
  return [
    division(township, name),
    ...namesIn(neighbourhoods).map((stem, index) =>
      division(codeIn(township, 1 + index), `${stem}社区`),
    ),
    ...namesIn(villages).map((stem, index) => division(codeIn(township, 200 + index), `${stem}村`)),
  ];
}

function namesIn(list: string): string[] {
  return list.split(' ').filter((name) => name !== '');
}

function codeIn(township: string, number: number): string {
  return `${township}${String(number).padStart(3, '0')}`;
}

function division(code: string, name: string): Division {
  return { code: regionCode(code), name, class: null };
}
