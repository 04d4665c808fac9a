import { ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Version } from '../entity/version.type.js';

@ObjectType({
  implements: Version,
  simpleResolvers: true,
  description: 'One definition that a feature table had, with its features; never changes.',
})
export class FeatureTableVersion extends Version {}

export const FeatureTableVersionConnection = connectionOf('FeatureTableVersion', () => FeatureTableVersion);
