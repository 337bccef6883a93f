import type { TypeResolvers } from "../field-resolver.ts";

type Statistics = {
  readonly attributeStatistics: (name: string) => {
    readonly sum: number;
    readonly average: number;
  };
};

export const segmentStatisticsResolvers = {
  attributeStatistics: (
    { attributeStatistics }: Statistics,
    { attributeName }: { attributeName: string },
  ) => attributeStatistics(attributeName),
} satisfies TypeResolvers;
