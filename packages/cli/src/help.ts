// What `trellis help` says, in both languages.
import type { Language } from './language.ts';

export const help: Readonly<Record<Language, string>> = {
  en: `trellis: metadata from folders of JSON

  trellis validate <folder>   Checks a whole template without a server. Tells every problem with its
                              file, its place in the file and a way out; ends with 1 if there is any.
  trellis plan <path>         Tells what applying would change in a running workspace. Changes nothing.
  trellis apply <path>        Makes the workspace what the files say: their items become a draft, the
                              plan is told, and the draft is published if nothing is in its way.
  trellis start               Starts the server, as it is built. (\`npm start\` installs and builds first.)
  trellis help                This text.

<path> is a folder of metadata, or one file of it: library/entities/book.json
An item that is not among the files stays as it is. Of those that are, what they say counts as a whole,
only an entity with "extends": true adds to what is there. Two kinds are for new workspaces and are
left out: template (its currency and country are chosen at set-up) and sample_data (loaded at set-up).
So far only additions can be published: what would take away or convert stored data is told and refused.

Options (or environment variables)
  --url <address>        TRELLIS_URL        the running server; http://localhost:3000
  --email <address>      TRELLIS_EMAIL      of somebody with the right \`designer\`
  --password <password>  TRELLIS_PASSWORD   better in the environment, where other users do not see it
  --language en|zh-CN    LANG               of these texts and of the server's`,
  'zh-CN': `trellis：用 JSON 文件夹管理元数据

  trellis validate <文件夹>   不连接服务器，检查整个模板。列出每个问题所在的文件、位置和解决办法；
                              有问题时以 1 退出。
  trellis plan <路径>         说明应用到运行中的工作区会改变什么。不做任何改动。
  trellis apply <路径>        让工作区与文件一致：各项成为草稿，说明变更计划，没有阻碍就发布。
  trellis start               启动已构建的服务器。（\`npm start\` 会先安装和构建。）
  trellis help                显示本说明。

<路径> 是元数据文件夹，或其中一个文件：library/entities/book.json
文件中没有的项保持不变。文件中有的项以文件的完整内容为准，只有写着 "extends": true 的实体是在现有
内容上增加。有两种项只用于新工作区，应用时跳过：template（货币和国家在初始化时选定）和 sample_data
（在初始化时载入）。目前只能发布新增内容：会移除或转换已存储数据的变更会被说明并拒绝。

选项（或环境变量）
  --url <地址>           TRELLIS_URL        运行中的服务器；默认 http://localhost:3000
  --email <邮箱>         TRELLIS_EMAIL      拥有 \`designer\` 权限的用户
  --password <密码>      TRELLIS_PASSWORD   放在环境变量中更好，其他用户看不到
  --language en|zh-CN    LANG               本程序和服务器的语言`,
};
