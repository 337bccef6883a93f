import { Box, TextField, type TextFieldProps } from "@shopify/polaris";

type NumberFieldProps = Pick<
  TextFieldProps,
  "label" | "value" | "onChange" | "prefix" | "suffix" | "helpText"
> & { error: string | undefined; min?: number; max?: number; step?: number };

/** A number as typed: the server says what is wrong with it. */
export function NumberField({ error, ...field }: NumberFieldProps) {
  return (
    <Box maxWidth="16rem">
      <TextField type="number" autoComplete="off" error={error ?? false} {...field} />
    </Box>
  );
}
