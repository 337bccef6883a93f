import { useNavigation, useSearchParams } from "@remix-run/react";
import { Select, type SelectProps } from "@shopify/polaris";

interface AddressSelectProps {
  label: string;
  /** The part of the address that holds the choice. */
  parameter: string;
  chosen: string;
  options: NonNullable<SelectProps["options"]>;
}

/** A choice that lives in the address, so that it can be shared and Back works. */
export function AddressSelect({ label, parameter, chosen, options }: AddressSelectProps) {
  const [params, setParams] = useSearchParams();
  const { location } = useNavigation();
  const coming = location ? new URLSearchParams(location.search).get(parameter) : null;
  return (
    <Select
      label={label}
      options={options}
      value={coming ?? chosen}
      onChange={(value) => {
        const next = new URLSearchParams(params);
        next.set(parameter, value);
        setParams(next, { preventScrollReset: true });
      }}
    />
  );
}
