import type { Dice } from './dice.ts';

/** Surnames with how many in a hundred bear them, roughly as common as in life; the rest is 其他. */
const surnames: readonly (readonly [string, number])[] = [
  ['王', 7.2],
  ['李', 7.2],
  ['张', 6.8],
  ['刘', 5.4],
  ['陈', 4.5],
  ['杨', 3.1],
  ['赵', 2.3],
  ['黄', 2.2],
  ['周', 2.1],
  ['吴', 2.0],
  ['徐', 1.5],
  ['孙', 1.5],
  ['马', 1.3],
  ['胡', 1.3],
  ['朱', 1.3],
  ['郭', 1.2],
  ['何', 1.2],
  ['罗', 1.1],
  ['高', 1.0],
  ['林', 1.0],
  ['郑', 0.9],
  ['梁', 0.8],
  ['谢', 0.8],
  ['宋', 0.8],
  ['唐', 0.7],
  ['许', 0.7],
  ['韩', 0.7],
  ['冯', 0.6],
  ['邓', 0.6],
  ['曹', 0.6],
  ['彭', 0.5],
  ['曾', 0.5],
  ['肖', 0.5],
  ['田', 0.5],
  ['董', 0.5],
  ['袁', 0.5],
  ['潘', 0.4],
  ['于', 0.4],
  ['蒋', 0.4],
  ['蔡', 0.4],
  ['余', 0.4],
  ['杜', 0.4],
  ['叶', 0.4],
  ['程', 0.4],
  ['苏', 0.4],
  ['魏', 0.4],
  ['吕', 0.4],
  ['丁', 0.3],
  ['任', 0.3],
  ['沈', 0.3],
  ['姚', 0.3],
  ['卢', 0.3],
  ['姜', 0.3],
  ['崔', 0.3],
  ['钟', 0.3],
  ['谭', 0.3],
  ['陆', 0.3],
  ['汪', 0.3],
  ['范', 0.3],
  ['金', 0.3],
  ['石', 0.3],
  ['廖', 0.3],
  ['贾', 0.3],
  ['夏', 0.3],
  ['韦', 0.3],
  ['付', 0.3],
  ['方', 0.3],
  ['白', 0.3],
  ['邹', 0.2],
  ['孟', 0.2],
  ['熊', 0.2],
  ['秦', 0.2],
  ['邱', 0.2],
  ['江', 0.2],
  ['尹', 0.2],
  ['薛', 0.2],
  ['闫', 0.2],
  ['段', 0.2],
  ['雷', 0.2],
  ['欧阳', 0.1],
];

const forMen = '伟强磊军勇杰涛明超刚平辉建国志文华林海波峰龙鹏飞斌宁新春福贵根生来富山松柏田水';
const forWomen = '芳秀英敏静丽艳娟霞兰桂玉梅红云莲香琴凤珍燕萍月荣翠春花菊素青巧小雪婷玲慧';
const forAll = '小晓子文思雨欣佳宇浩然一梓涵乐安成德长永大万正';

export function surname(dice: Dice): string {
  return dice.weighted(surnames);
}

/** A given name of one or two characters; people born before 1980 more often have two traditional ones. */
export function givenName(dice: Dice, sex: '1' | '2'): string {
  const own = [...(sex === '1' ? forMen : forWomen)];
  const last = dice.pick(own);
  if (dice.chance(22)) return last;
  return `${dice.pick(dice.chance(60) ? own : [...forAll])}${last}`;
}
