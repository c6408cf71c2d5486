import { dirname } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundleFunction, type FunctionBundle } from './bundle-function.ts';

/**
 * The code of a function, bundled on this machine. Nothing is bundled while the context
 * `aws:cdk:bundling-stacks` leaves the stack out, as tests and `cdk ls` do.
 */
export function functionCode(bundle: FunctionBundle): Code {
  return Code.fromAsset(dirname(bundle.entry), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // The type wants an image; it would only be used if the local bundling declined.
      image: DockerImage.fromRegistry('never-used'),
      local: {
        tryBundle(outputFolder) {
          bundleFunction(bundle, outputFolder);
          return true;
        },
      },
    },
  });
}
