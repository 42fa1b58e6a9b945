/** Addresses of the knowledge pages. */
export const knowledgePath = '/wissen';
export const newArticlePath = `${knowledgePath}/neu`;
export const articlePath = (articleId: string): string => `${knowledgePath}/${articleId}`;
export const editArticlePath = (articleId: string): string => `${articlePath(articleId)}/bearbeiten`;
