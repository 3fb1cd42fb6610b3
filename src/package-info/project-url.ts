/** Where the project is; links to rule pages, `homepage`, `bugs` and `repository` of package.json begin with it. */
export const PROJECT_URL = 'https://github.com/cdk8s-patterns/cdk8s-patterns';
