/** A small schema with every kind of authorization and of null. */
export const shelfSchema = `
  enum Kind { RED BLUE }
  input Choice { phone: AWSPhone, size: Int!, kind: Kind }
  type Query @aws_api_key @aws_iam @aws_cognito_user_pools {
    shelf(id: ID!, kind: Kind, json: AWSJSON, size: Int, choice: Choice): Shelf
    other: Shelf
    when: AWSDateTime
    list: [Shelf]
    size: Int!
    secret: String @aws_iam
    secretOfBackend: String @aws_api_key @aws_iam
    ofUsers: String @aws_cognito_user_pools
    ofAdmins: String @aws_cognito_user_pools(cognito_groups: ["admins"])
    plain: Untold
  }
  type Mutation @aws_api_key { put(id: ID!, kind: Kind): Shelf, fail: Shelf }
  type Subscription @aws_api_key @aws_iam {
    onPut(id: ID, kind: Kind): Shelf @aws_subscribe(mutations: ["put", "fail"])
    onSecret: Shelf @aws_iam
    onPlain: Untold
  }
  type Shelf @aws_api_key @aws_iam @aws_cognito_user_pools {
    id: ID!, kind: Kind, title: String, book: Book, books: [Book!], next: Shelf, doubled: String, hidden: String @aws_iam
  }
  type Book @aws_api_key @aws_iam { title: String!, pages: Int!, hidden: String @aws_iam, needed: String! @aws_iam }
  type Untold { name: String }
`;
