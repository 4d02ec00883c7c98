import appsync from '@aws-appsync/eslint-plugin';
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';
import { appsyncLanguage } from './resolvers/eslint-language.js';

export default tseslint.config(
  { ignores: ['dist/', 'cdk.out/', '.snipstream/', '**/*.generated.ts', 'infra/local/cookbook/recipes/'] },
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-undef': 'off',
    },
  },
  {
    files: ['resolvers/**/*.ts'],
    ignores: ['resolvers/manifest.ts', 'resolvers/settings-variables.ts', 'resolvers/item/table.ts'],
    plugins: { '@aws-appsync': appsync },
    languageOptions: { parserOptions: { project: './resolvers/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: { ...appsync.configs.recommended.rules, ...appsyncLanguage },
  },
);
