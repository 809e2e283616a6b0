// The forms that services give their credentials.

/** The form of a credential. */
export interface Form {
  readonly service: string;
  /**
   * What every such credential holds, and how far behind its beginning at most. A sign that begins with a rare letter is found
   * several times faster.
   */
  readonly sign: string;
  readonly within: number;
  /** The credential; its group is what is drawn by lot. */
  readonly form: RegExp;
  /** Whether what stands before the group is no part of the credential. */
  readonly labeled?: true;
}

/** The keys of cloud providers. */
export const accessKeys: readonly Form[] = [
  { service: 'AWS', sign: 'AKIA', within: 0, form: /AKIA([A-Z2-7]{16})(?![\w/+=])/y },
  { service: 'AWS', sign: 'ASIA', within: 0, form: /ASIA([A-Z2-7]{16})(?![\w/+=])/y },
  { service: 'Google', sign: 'AIza', within: 0, form: /AIza([\w-]{35})(?![\w-])/y },
  { service: 'Google', sign: 'GOCSPX-', within: 0, form: /GOCSPX-([\w-]{28})(?![\w-])/y },
  { service: 'Azure', sign: 'AccountKey=', within: 0, form: /AccountKey=([A-Za-z\d/+]{86}==)/y },
  { service: 'Azure', sign: '8Q~', within: 3, form: /[\w~.-]{3}(8Q~[\w~.-]{31,34})(?![\w~-])/y },
  {
    service: 'Azure',
    sign: '&sig=',
    within: 0,
    form: /&sig=([A-Za-z\d%+/]{40,60}(?:%3D|=))/y,
    labeled: true,
  },
  // The secret part has no form of its own.
  ...['aws_secret_access_key', 'AWS_SECRET_ACCESS_KEY', 'SecretAccessKey'].map(sign => ({
    service: 'AWS',
    sign,
    within: 0,
    form: /\w{15,21}["'`]?[ \t]{0,20}[:=][ \t]{0,20}["'`]?([A-Za-z\d/+]{40})(?![\w/+=])/y,
    labeled: true as const,
  })),
];

/** The tokens of other services. */
export const tokens: readonly Form[] = [
  { service: 'Slack', sign: 'xox', within: 0, form: /xox[abeoprs]-([\w-]{20,250})/y },
  { service: 'Slack', sign: 'xapp-', within: 0, form: /xapp-\d-([A-Z\d]+-\d+-[a-f\d]{64})(?!\w)/y },
  { service: 'HashiCorp Vault', sign: 'vs.', within: 1, form: /hvs\.([\w-]{24,250})/y },
  { service: 'Atlassian', sign: 'ATATT3', within: 0, form: /ATATT3([\w=-]{60,250})/y },
  { service: 'Postman', sign: 'PMAK-', within: 0, form: /PMAK-([a-f\d]{24}-[a-f\d]{34})(?!\w)/y },
  { service: 'New Relic', sign: 'NRAK-', within: 0, form: /NRAK-([A-Z\d]{27})(?!\w)/y },
  { service: 'Okta', sign: 'SSWS 00', within: 0, form: /SSWS (00[\w-]{40})(?![\w-])/y, labeled: true },
  { service: 'SendGrid', sign: 'SG.', within: 0, form: /SG\.([\w-]{22}\.[\w-]{43})(?![\w-])/y },
  { service: 'GitLab', sign: 'glpat-', within: 0, form: /glpat-([\w-]{20,60})/y },
  { service: 'PyPI', sign: 'AgEIcHlwaS5vcmc', within: 5, form: /pypi-(AgEIcHlwaS5vcmc[\w-]{50,250})/y },
  {
    service: 'OpenAI or Anthropic',
    sign: 'k-',
    within: 1,
    form: /sk-((?:ant-api\d\d-|(?=[\w-]{20,100}T3BlbkFJ))[\w-]{48,220})/y,
  },
];

/** The form of a token whose prefix ends with an underscore. */
export interface Underscored {
  readonly service: string;
  readonly prefix: string;
  readonly form: RegExp;
}

/** Tokens whose prefix ends with an underscore. */
export const underscored: readonly Underscored[] = [
  ...['ghp', 'gho', 'ghu', 'ghs', 'ghr'].map(prefix => ({
    service: 'GitHub',
    prefix,
    form: /gh[pousr]_([A-Za-z\d]{36,255})(?!\w)/y,
  })),
  { service: 'GitHub', prefix: 'github', form: /github_pat_(\w{60,255})/y },
  { service: 'Stripe', prefix: 'sk', form: /sk_live_([A-Za-z\d]{16,250})(?!\w)/y },
  { service: 'Stripe', prefix: 'rk', form: /rk_live_([A-Za-z\d]{16,250})(?!\w)/y },
  { service: 'npm', prefix: 'npm', form: /npm_([A-Za-z\d]{36})(?!\w)/y },
  { service: 'Hugging Face', prefix: 'hf', form: /hf_([A-Za-z]{34})(?!\w)/y },
  { service: 'Shopify', prefix: 'shpat', form: /shpat_([a-f\d]{32})(?!\w)/y },
  { service: 'DigitalOcean', prefix: 'dop', form: /dop_v1_([a-f\d]{64})(?!\w)/y },
  { service: 'Docker', prefix: 'dckr', form: /dckr_pat_([\w-]{27})(?![\w-])/y },
  { service: 'Linear', prefix: 'lin', form: /lin_api_([A-Za-z\d]{40})(?!\w)/y },
  { service: 'Grafana', prefix: 'glsa', form: /glsa_([A-Za-z\d]{32}_[a-f\d]{8})(?!\w)/y },
  { service: 'Stripe', prefix: 'whsec', form: /whsec_([A-Za-z\d+/]{32,60})(?!\w)/y },
  { service: 'Notion', prefix: 'ntn', form: /ntn_([A-Za-z\d]{40,60})(?!\w)/y },
  { service: 'Sentry', prefix: 'sntrys', form: /sntrys_([\w+/=-]{50,300})/y },
  { service: 'RubyGems', prefix: 'rubygems', form: /rubygems_([a-f\d]{48})(?!\w)/y },
];
/** Addresses at which whoever knows them may write. */
export const webhooks = [
  {
    service: 'Slack',
    form: /hooks\.slack\.com\/services\/(T[A-Z\d]{6,14}\/B[A-Z\d]{6,14}\/[A-Za-z\d]{20,30})/y,
  },
  { service: 'Discord', form: /discord(?:app)?\.com\/api\/webhooks\/(\d{17,20}\/[\w-]{60,80})(?![\w-])/y },
];
