/**
 * The certificate of a pledge, in Chinese and English. Templates are frozen: another wording is another
 * version.
 *
 * The name is a personal field: it is filled in where the certificate is shown, and never hashed.
 *
 * @source ORG-26, ORG-27, PLG-9
 */
import { decimalOf, type Money, type Sha256, wanOf } from '@millrace/kernel';

/** What a certificate says, but for the name. */
export interface CertificateTerms {
  readonly scope: 'individual' | 'team';
  readonly cadence: 'month' | 'quarter';
  readonly period: string;
  readonly unitName?: string | undefined;
  readonly target: Money;
  readonly donation: Money;
}

type Language = 'zh' | 'en';

/** The template that new pledges are written by. */
export const CURRENT_TEMPLATE = 'pledge-1';

const NAME = '{name}';

const templates: ReadonlyMap<string, { readonly [L in Language]: (terms: CertificateTerms) => string }> = new Map([
  [
    CURRENT_TEMPLATE,
    {
      zh: ({ scope, cadence, period, unitName = '', target, donation }) => {
        const when = cadence === 'month' ? '本月' : '本季度';
        const led = scope === 'team' ? `带领${unitName}，` : '';
        const title = scope === 'team' ? '销售团队业绩保证书' : '销售业绩保证书';
        return [
          title,
          `期间：${period}`,
          `本人${when}${led}保证完成${wan(target)}的销售业绩，如无完成，本人乐捐${yuan(donation)}。`,
          '乐捐出于自愿，结算时经本人同意后方可收取，不得从工资中扣除。',
          `保证人：${NAME}`,
        ].join('\n');
      },
      en: ({ scope, cadence, period, unitName = '', target, donation }) => {
        const when = cadence === 'month' ? 'this month' : 'this quarter';
        const led = scope === 'team' ? `lead ${unitName} and ` : '';
        const title = scope === 'team' ? 'Sales team pledge' : 'Sales pledge';
        return [
          title,
          `Period: ${period}`,
          `I will ${led}achieve sales of ${amount(target)} ${when}; if I do not, I offer a voluntary donation of ${amount(donation)}.`,
          'The donation is payable only with my consent at settlement, and is never deducted from a wage.',
          `Pledged by: ${NAME}`,
        ].join('\n');
      },
    },
  ],
]);

const amount = (money: Money): string => `${money.currency} ${decimalOf(money)}`;
const wan = (money: Money): string => (money.currency === 'CNY' ? `人民币${wanOf(money)}万元` : amount(money));
const yuan = (money: Money): string =>
  money.currency === 'CNY' ? `人民币${plain(decimalOf(money))}元` : amount(money);
const plain = (decimal: string): string => decimal.replace(/\.00$/, '');

/** The text of a certificate, the name left open. @throws RangeError for a template that never was: a defect. */
const openText = (template: string, language: Language, terms: CertificateTerms): string => {
  const found = templates.get(template);
  if (found === undefined) throw new RangeError(`no template ${template}`);
  return found[language](terms);
};

/** The certificate as it is shown. */
export const certificateText = (
  template: string,
  language: Language,
  terms: CertificateTerms,
  name: string,
): string => {
  const text = openText(template, language, terms);
  const place = text.lastIndexOf(NAME);
  return text.slice(0, place) + name + text.slice(place + NAME.length);
};

/** A hash per language of the text, the name left open. */
export const certificateHashes = (
  template: string,
  terms: CertificateTerms,
  sha256: Sha256,
): { readonly [L in Language]: string } => ({
  zh: sha256(openText(template, 'zh', terms)),
  en: sha256(openText(template, 'en', terms)),
});
