/**
 * Long passwords that guessing programs try first, in small letters. Short ones need no list, for
 * they are refused by length. Own selection of patterns known from breach studies, Chinese ones
 * included (pinyin phrases, lucky numbers, keyboard rows).
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  [
    '0123456789 01234567890 1122334455 123123123123 1234512345 1234554321 1234567890 12345678900',
    '12345678910 123456789a 123456789abc 123456789q 123456789qq 1234567891 1234567891011 123456abcd',
    '123456abcdef 123456qwerty 1314520520 1314521521 147258369a 147258369q 1qaz2wsx3edc 1qaz@wsx3edc',
    '1q2w3e4r5t 1q2w3e4r5t6y 5201314520 5211314521 5845201314 7758521521 7894561230 9876543210',
    'a123456789 a1234567890 aa123456789 abc123456789 abcd123456 abcd12345678 abcdef123456 abcdefghij',
    'admin12345 admin123456 admin@12345 admin@123456 administrator asdfghjkl1 asdfghjkl123 asdfghjkl;',
    'baseball123 changeme123 computer123 football123 football1234 fupin12345 fupin123456 guanliyuan',
    'helloworld iloveyou123 iloveyou1314 iloveyou520 letmein123 mingbai123 mingbai1234 mingbai12345',
    'mingbai123456 mima123456 mima1234567 nihao123456 nihao520520 p@ssw0rd12 p@ssw0rd123 p@ssword123',
    'passw0rd12 passw0rd123 password01 password12 password123 password1234 password12345 password@123',
    'password123456 q1w2e3r4t5 q1w2e3r4t5y6 qazwsx123456 qazwsxedc1 qazwsxedc123 qazwsxedcrfv qq123456789',
    'qwe123456789 qweasdzxc1 qweasdzxc123 qwer123456 qwer12345678 qwerty12345 qwerty123456 qwertyuiop',
    'qwertyuiop1 qwertyuiop123 qwertyuiop[] superman123 test123456 testtest123 user123456 welcome123',
    'welcome1234 wo123456789 woaini1314 woaini1314520 woaini520520 woaini521521 woaini5201314 woaini123456',
    'woaiwojia1 woaiwojia123 woaizhongguo xiangcun123 xiaoming123 zaq12wsxcde zhangsan123 zhongguo123',
    'zhongguo1949 zhongguo123456 zxcvbnm123 zxcvbnm1234 zxcvbnm12345 zxcvbnm,./ zxcvbnmasd zz123456789',
  ].flatMap((line) => line.split(' ')),
);
