// The closed table of everything that a request can be refused for: status, title and detail in every language of the product.
// `{name}` in a text is replaced by the problem's parameter of that name.
export interface CodeEntry {
  readonly status: number;
  readonly en: string;
  readonly 'zh-CN': string;
}

export const codes = {
  malformed_json: { status: 400, en: 'The body is not valid JSON.', 'zh-CN': '请求内容不是有效的 JSON。' },
  malformed_request: {
    status: 400,
    en: 'The request is not understood: {reason}',
    'zh-CN': '无法理解该请求：{reason}',
  },
  unknown_entity: { status: 400, en: 'There is no entity “{name}”.', 'zh-CN': '不存在实体“{name}”。' },
  unknown_field: { status: 400, en: 'There is no field “{name}”.', 'zh-CN': '不存在字段“{name}”。' },
  unknown_header: { status: 400, en: 'The file has no column “{name}”.', 'zh-CN': '文件中没有“{name}”列。' },
  unreadable_file: { status: 422, en: 'The file cannot be read: {reason}', 'zh-CN': '无法读取该文件：{reason}' },
  unknown_operator: { status: 400, en: 'There is no operator “{name}”.', 'zh-CN': '不存在运算符“{name}”。' },
  invalid_filter: { status: 400, en: 'The filter cannot be used.', 'zh-CN': '该筛选条件无法使用。' },
  invalid_cursor: { status: 400, en: 'The cursor does not belong to this list.', 'zh-CN': '该分页游标不属于此列表。' },
  not_sortable: { status: 400, en: 'The list cannot be sorted by “{name}”.', 'zh-CN': '无法按“{name}”排序。' },
  not_groupable: { status: 400, en: 'Records cannot be grouped by “{name}”.', 'zh-CN': '无法按“{name}”分组。' },
  not_measurable: {
    status: 400,
    en: '“{function}” cannot be computed over “{name}”.',
    'zh-CN': '无法对“{name}”计算“{function}”。',
  },
  unauthenticated: { status: 401, en: 'Please log in.', 'zh-CN': '请先登录。' },
  wrong_credentials: { status: 401, en: 'E-mail or password is wrong.', 'zh-CN': '邮箱或密码不正确。' },
  csrf: {
    status: 403,
    en: 'The request does not carry the token of this session. Reload the page.',
    'zh-CN': '请求缺少会话令牌，请刷新页面。',
  },
  forbidden: { status: 403, en: 'You do not have the right to do this.', 'zh-CN': '您没有执行此操作的权限。' },
  field_restricted: {
    status: 403,
    en: 'You may read “{name}” on some records only; it cannot be used to filter, sort or group.',
    'zh-CN': '您只能查看部分记录的“{name}”，不能用它筛选、排序或分组。',
  },
  not_found: { status: 404, en: 'There is no such record.', 'zh-CN': '记录不存在。' },
  no_such_address: { status: 404, en: 'There is nothing at this address.', 'zh-CN': '该地址不存在。' },
  stale: {
    status: 409,
    en: 'Somebody has changed this record since you opened it.',
    'zh-CN': '在您打开之后，其他人修改了该记录。',
  },
  base_moved: {
    status: 409,
    en: 'The model has changed since this draft was planned. Plan it again.',
    'zh-CN': '自该草稿规划以来模型已变更，请重新规划。',
  },
  draft_conflict: {
    status: 409,
    en: 'Somebody else has published changes to items that this draft changes, too. Begin it anew on the current version.',
    'zh-CN': '其他人已发布了对相同内容的修改，与此草稿冲突，请在当前版本上重新开始。',
  },
  duplicate: { status: 409, en: 'Another record has this value already.', 'zh-CN': '已有其他记录使用该值。' },
  in_use: {
    status: 409,
    en: 'The record is still used by {count} record(s) of {entity}.',
    'zh-CN': '仍有 {count} 条{entity}记录引用了该记录。',
  },
  conflict: {
    status: 409,
    en: 'Others were changing the same records. Please try again.',
    'zh-CN': '其他人正在修改相同的记录，请重试。',
  },
  set_up: { status: 404, en: 'The set-up is done already.', 'zh-CN': '系统已完成初始化。' },
  too_big: {
    status: 413,
    en: 'The request is too big; at most {limit} are taken.',
    'zh-CN': '请求过大，最多允许 {limit}。',
  },
  takes_too_long: {
    status: 422,
    en: 'This takes too long to answer. Narrow the filter, or ask for less at once.',
    'zh-CN': '处理时间过长，请缩小筛选范围，或减少一次请求的内容。',
  },
  invalid_values: { status: 422, en: 'Some values need another look.', 'zh-CN': '部分内容需要修改。' },
  invalid_metadata: { status: 422, en: 'The model has problems.', 'zh-CN': '模型存在问题。' },
  not_additive: {
    status: 422,
    en: 'The change takes away or converts stored data; so far only additions can be published.',
    'zh-CN': '该变更会移除或转换已存储的数据；目前只能发布新增内容。',
  },
  too_fast: {
    status: 429,
    en: 'Too many attempts. Try again in {seconds} seconds.',
    'zh-CN': '尝试次数过多，请在 {seconds} 秒后重试。',
  },
  busy: {
    status: 429,
    en: 'Too many exports are under way. Try again in {seconds} seconds.',
    'zh-CN': '正在进行的导出过多，请在 {seconds} 秒后重试。',
  },
  internal: {
    status: 500,
    en: 'Something went wrong on our side. It has been recorded as {incident}.',
    'zh-CN': '系统出现问题，已记录，编号 {incident}。',
  },
  not_ready: {
    status: 503,
    en: 'The server is not ready yet. Please try again shortly.',
    'zh-CN': '服务尚未就绪，请稍后重试。',
  },
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof codes;
