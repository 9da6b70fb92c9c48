import type { LeftOutReason } from './clause.ts';

// A line of a web page around a document is short; whatever is longer is likely to be the document's.
const LONGEST_DEBRIS = 240;

const webPage: readonly RegExp[] = [
  /^(您?(当前|现在)?的?位置|当前位置)\s*[:：]/,
  /\s(>|»|＞|›)\s.*\s(>|»|＞|›)\s|^首页\s*(>|»|＞|›)/,
  /^(发布时间|发布日期|发文时间|更新时间|来源|信息来源|文章来源|稿源|作者|编辑|责任编辑|责编|浏览次数|浏览量|点击数?|点击次数|阅读|阅读次数|字体|字号|索引号|主题词|信息分类)\s*[:：]/,
  /(来源|作者|日期|时间)\s*[:：].{0,40}(阅读|点击|浏览|日期|时间)(次数|量|数)?\s*[:：]/,
  /^本文(来源|链接|网址|地址|由)/,
  /^【?\s*(https?:\/\/|www\.)/i,
  /^【.{0,20}(www\.|\.com|\.cn|\.net).*】$/i,
  /^(推荐访问|推荐阅读|扩展阅读|延伸阅读|热门阅读|热门文章|相关(阅读|文章|链接|推荐|新闻|附件下载)|猜你喜欢|上一[篇条]|下一[篇条]|返回(顶部|首页|列表)|打印本页|【?打印】?|关闭窗口|【?关闭】?|分享到|扫一扫|收藏本(页|站)|网站地图|联系我们|关于我们|设为首页)/,
  /(copyright|©|版权所有|all rights reserved|ICP备|公网安备|网站标识码|技术支持\s*[:：]|主办单位?\s*[:：]|承办单位?\s*[:：])/i,
  /^(地址|电话|传真|邮编|邮箱|联系电话)\s*[:：].*/,
  /(微信公众号|官方微博|微博|客户端)$/,
  /(任何|严禁|禁止).{0,12}(盗版|抄袭|转载)/,
  /(下面|以下)是.{0,12}(为大家|给大家|小编)|小编.{0,12}(整理|带来|收集)|(欢迎|供大家)(参考|借鉴|阅读)|希望能?(帮助|对).{0,6}(大家|您)/,
  /^(分享|收藏|打印|关闭|大|中|小|字号|\[大\s*中\s*小\]|【字体.*】)$/,
];

const pageNumber =
  /^([—–\-－]\s*\d{1,4}\s*[—–\-－]|第\s*\d{1,4}\s*页(\s*[,，/共]?\s*共?\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/;
const contentsLine = /(\.{4,}|…{2,}|·{4,}|—{4,})\s*\d{1,4}$|^目\s*录$/;

/** Says why a line is no part of any document; undefined for whatever may be one. */
export function debrisOf(text: string): LeftOutReason | undefined {
  if (text.length > LONGEST_DEBRIS) return undefined;
  if (pageNumber.test(text)) return 'pageNumber';
  if (contentsLine.test(text)) return 'contents';
  return webPage.some((pattern) => pattern.test(text)) ? 'webPage' : undefined;
}
