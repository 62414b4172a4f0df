/** File Uploads: "Files are stored in /media/ directory"; the folders that the document prints. */
export const MEDIA_FOLDERS = [
  "kyc/pan",
  "kyc/aadhaar",
  "kyc/bank_passbook",
  "nominee/id_proof",
  "compliance",
] as const;

export type MediaFolder = (typeof MEDIA_FOLDERS)[number];

/** A paper by its id in the files and what its bytes are. */
export interface Paper {
  readonly fileId: string;
  readonly type: string;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "application/pdf": "pdf",
};

/** What a paper is called where it is served. */
export function nameOfPaper({ fileId, type }: Paper): string {
  return `${fileId}.${EXTENSIONS[type] ?? "bin"}`;
}

/** The paper's absolute address, beside the API that was called at `url`. */
export function mediaUrl(url: string, folder: MediaFolder, paper: Paper): string {
  const root = url.slice(0, url.indexOf("/api/"));
  return `${root}/media/${folder}/${nameOfPaper(paper)}`;
}
