// What the parts of a structured value are called: those of an address, of a name.
import { useTranslation } from 'react-i18next';

const known = [
  'address_country',
  'address_province',
  'address_city',
  'address_district',
  'address_street',
  'address_postal_code',
  'person_name_family',
  'person_name_given',
  'person_name_middle',
  'person_name_prefix',
  'person_name_suffix',
  'person_name_full',
  'location_latitude',
  'location_longitude',
] as const;

export function useMemberLabel(): (type: string, member: string) => string {
  const { t } = useTranslation('fields');
  return (type, member) => {
    const key = known.find((name) => name === `${type}_${member}`);
    return key === undefined ? member : t(key);
  };
}
